"""One file over HTTP, from a server on this machine that also fails."""

import hashlib
import json
import re
from pathlib import Path

import pytest
import requests
from tests.publisher import Answer, Asked

from roundtable.sources import SourceFile
from roundtable.sources.failure import Refused, Unwritten
from roundtable.sources.transfer import Transfer

BODY = b"".join(b"%07d\n" % line for line in range(25_000))
"""200,000 bytes of which no two lines are equal: a part in the wrong place shows."""

NEWER = BODY[::-1]
HALF = 106_496  # thirteen reads of 8 KiB


@pytest.fixture
def transfer(publisher, tmp_path):
    """Make a transfer of ``un/figures.csv`` into the test's folder."""
    session = requests.Session()

    def make(**fields: str) -> Transfer:
        file = SourceFile(**{"name": "un/figures.csv", "url": publisher.url("figures"), **fields})
        return Transfer(file, tmp_path / ".figures.csv.part", session=session, timeout=10)

    yield make
    session.close()


def bring(transfer: Transfer) -> bytes:
    """Run one attempt; return the bytes that it brought."""
    out = transfer.part.with_name("out")
    transfer(transfer.file.url, str(out), None)
    return out.read_bytes()


def broken_off(transfer: Transfer) -> str:
    """Run an attempt that fails in passing; say why it did."""
    with pytest.raises(requests.RequestException) as caught:
        bring(transfer)
    return transfer.reason(caught.value)


def left(transfer: Transfer) -> set[str]:
    return {path.name for path in transfer.part.parent.iterdir()}


def test_a_file_comes_whole_and_leaves_no_part(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY)
    attempt = transfer(sha256=hashlib.sha256(BODY).hexdigest())
    assert bring(attempt) == BODY
    assert publisher.asked == [Asked("figures")]
    assert left(attempt) == {"out"}


def test_the_bytes_that_are_there_are_told_with_the_size(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY)
    attempt, told = transfer(), []
    attempt.received = lambda done, size: told.append((done, size))
    bring(attempt)
    assert told[-1] == (200_000, 200_000)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_file_that_broke_off_goes_on_where_it_was(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY, breaks=[HALF])
    attempt = transfer()
    assert broken_off(attempt) == "the connection broke off after 106,496 of 200,000 bytes"
    assert attempt.part.read_bytes() == BODY[:HALF]
    assert bring(attempt) == BODY
    assert publisher.asked == [Asked("figures"), Asked("figures", f"bytes={HALF}-", '"1"')]


def test_another_process_goes_on_with_the_part_as_well(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY, breaks=[HALF])
    broken_off(transfer())
    assert bring(transfer()) == BODY
    assert publisher.asked[1].part == f"bytes={HALF}-"


def test_the_day_of_the_last_change_will_do_where_a_tag_is_weak(publisher, transfer):
    day = "Fri, 06 Nov 2026 10:00:00 GMT"
    publisher.answers["figures"] = Answer(BODY, tag='W/"1"', modified=day, breaks=[HALF])
    broken_off(transfer())
    assert bring(transfer()) == BODY
    assert publisher.asked[1] == Asked("figures", f"bytes={HALF}-", day)


def test_a_file_that_changed_meanwhile_comes_anew_from_its_start(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY, breaks=[HALF])
    broken_off(transfer())
    publisher.answers["figures"] = Answer(NEWER, tag='"2"')
    assert bring(transfer()) == NEWER
    assert publisher.asked[1:] == [Asked("figures", f"bytes={HALF}-", '"1"')]


def test_a_server_that_ignores_the_version_never_has_its_rest_joined_to_an_old_part(
    publisher, transfer
):
    publisher.answers["figures"] = Answer(BODY, breaks=[HALF])
    attempt = transfer()
    broken_off(attempt)
    newer = Answer(NEWER, tag='"2"')
    publisher.answers["figures"] = newer
    # The server takes the old tag for its own, and says which version it sends.
    record = json.loads(attempt.record.read_text("utf-8"))
    attempt.record.write_text(json.dumps({**record, "etag": '"2"'}), encoding="utf-8")
    newer.body = NEWER + b"one line more\n"
    assert bring(transfer()) == newer.body
    assert [asked.part for asked in publisher.asked[1:]] == [f"bytes={HALF}-", ""]


def test_a_server_that_sends_no_parts_sends_the_file_from_its_start(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY, ranges=False, breaks=[HALF])
    broken_off(transfer())
    assert bring(transfer()) == BODY


def test_a_part_of_no_certain_version_is_thrown_away(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY, tag="", breaks=[HALF])
    broken_off(transfer())
    assert bring(transfer()) == BODY
    assert publisher.asked == [Asked("figures"), Asked("figures")]


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"url": "elsewhere", "size": 200000}'])
def test_a_part_with_an_unreadable_record_is_thrown_away(publisher, transfer, record):
    publisher.answers["figures"] = Answer(BODY)
    attempt = transfer()
    attempt.part.write_bytes(b"something else")
    attempt.record.write_text(record, encoding="utf-8")
    assert bring(attempt) == BODY
    assert publisher.asked == [Asked("figures")]


def test_a_part_that_is_complete_already_is_not_asked_for(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY, breaks=[HALF])
    attempt = transfer()
    broken_off(attempt)
    attempt.part.write_bytes(BODY)
    assert bring(attempt) == BODY
    assert len(publisher.asked) == 1


def test_a_file_without_a_size_that_is_cut_off_is_found_by_its_content(publisher, transfer):
    publisher.answers["figures"] = Answer(b"\x1f\x8b\x08" + BODY, sized=False)
    attempt = transfer(name="un/figures.csv.gz")
    with pytest.raises(Refused, match=r"it is cut off or damaged \(.+\), after 200,003 bytes"):
        bring(attempt)
    assert left(attempt) == set()


def test_other_bytes_than_those_checked_are_refused_with_both_digests(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY)
    seen = hashlib.sha256(BODY).hexdigest()[:16]
    message = (
        rf"its SHA-256 is {seen}…, expected 0{{16}}…, of 200,000 bytes\. If this is a new "
        r"edition, check it, then correct the digest in data/sources\.yml"
    )
    attempt = transfer(sha256="0" * 64)
    with pytest.raises(Refused, match=message):
        bring(attempt)
    assert left(attempt) == set()


def test_a_web_page_in_place_of_a_workbook_is_refused_at_its_first_bytes(publisher, transfer):
    page = b"<!doctype html><html><body>" + BODY
    publisher.answers["figures"] = Answer(page, kind="text/html; charset=utf-8")
    attempt = transfer(name="un/figures.xlsx")
    message = (
        r"a web page came \(text/html, beginning '<!doctype html><html><body>.*'\), not a "
        r"workbook\. The publisher may have moved the file, or the network asks for a login"
    )
    with pytest.raises(Refused, match=message):
        bring(attempt)
    assert left(attempt) == set()


def test_an_empty_file_is_refused(publisher, transfer):
    publisher.answers["figures"] = Answer(b"")
    with pytest.raises(Refused, match=r"an empty file came\. The publisher may have moved"):
        bring(transfer())


@pytest.mark.parametrize(("status", "words"), [(404, "Not Found"), (403, "Forbidden")])
def test_an_answer_that_will_not_change_is_refused(publisher, transfer, status, words):
    publisher.answers["figures"] = Answer(b"gone", status=status)
    message = rf"the address answers {status} {words}\. The publisher may have moved the file"
    with pytest.raises(Refused, match=message):
        bring(transfer())


@pytest.mark.parametrize(
    ("status", "words"), [(429, "Too Many Requests"), (503, "Service Unavailable")]
)
def test_an_answer_that_may_change_is_worth_another_attempt(publisher, transfer, status, words):
    publisher.answers["figures"] = Answer(b"busy", status=status)
    assert broken_off(transfer()) == f"the address answers {status} {words}"


def test_addresses_that_lead_round_in_a_circle_are_refused(publisher, transfer):
    publisher.answers["figures"] = Answer(status=302, location=publisher.url("moved"))
    publisher.answers["moved"] = Answer(status=302, location=publisher.url("figures"))
    with pytest.raises(Refused, match="the address leads on from one to the next without end"):
        bring(transfer())


def test_a_file_is_followed_to_its_new_address(publisher, transfer):
    publisher.answers["figures"] = Answer(status=301, location=publisher.url("moved"))
    publisher.answers["moved"] = Answer(BODY)
    assert bring(transfer()) == BODY


def test_what_is_no_address_is_refused(transfer):
    attempt = transfer(url="ftp://127.0.0.1/figures")
    with pytest.raises(Refused, match=r"that is no address of a file on the web\. Correct it"):
        bring(attempt)


def test_a_server_that_says_nothing_is_given_up_after_the_time_set(publisher, transfer):
    publisher.answers["figures"] = Answer(silent=True)
    attempt = transfer()
    attempt.timeout = 0.2
    assert broken_off(attempt) == (
        "the server sent nothing for 0.2 s, after 0 bytes. `--timeout SECONDS` waits longer"
    )


def test_a_server_that_falls_silent_on_the_way_is_too_and_the_part_is_kept(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY, pause=HALF)
    attempt = transfer()
    attempt.timeout = 0.5
    message = r"the server sent nothing for 0.5 s, after 106,496 of 200,000 bytes."
    assert broken_off(attempt).startswith(message)
    assert attempt.part.read_bytes() == BODY[:HALF]


def test_a_server_that_is_not_there_is_named_with_the_reason(publisher, transfer):
    attempt = transfer(url="http://127.0.0.1:9/figures")
    message = r"the server cannot be reached \(.*Connection refused\)\. Check the network, and the"
    assert re.match(message, broken_off(attempt))
    assert not attempt.answered


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which is always full")
def test_a_full_disk_is_told_with_what_came_and_how_to_make_room(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY)
    attempt = transfer()
    attempt.part.symlink_to("/dev/full")
    message = (
        r"it cannot be written to '.*', where no room is left \(No space left on device, after "
        r"[\d,]+ bytes\)\. Make room, or name another folder in ROUNDTABLE_DOWNLOADS"
    )
    with pytest.raises(Unwritten, match=message):
        bring(attempt)
    assert not attempt.part.with_name("out").exists()


def test_a_folder_that_cannot_be_written_is_told_with_the_reason(publisher, transfer):
    publisher.answers["figures"] = Answer(BODY)
    attempt = transfer()
    attempt.part.mkdir()
    with pytest.raises(Unwritten, match=r"it cannot be written to '.*' \(Is a directory, after"):
        bring(attempt)
