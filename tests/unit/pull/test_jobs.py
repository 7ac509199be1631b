"""The list of files to read, and the catalogue that names them."""

from roundtable import sources
from roundtable.pull.jobs import jobs, needs


def test_every_file_of_the_catalogue_is_read_by_a_job_once():
    listed = [(job.source, job.role) for job in jobs()]
    named = {(source.id, role) for source in sources.catalogue().values() for role in source.files}
    assert len(listed) == len(set(listed))
    assert set(listed) == named


def test_every_layout_of_a_file_has_a_reader():
    catalogue = sources.catalogue()
    for job in jobs():
        layouts = {file.layout for file in catalogue[job.source].files[job.role]}
        assert layouts <= set(job.readers), (job.source, job.role)


def test_the_store_needs_one_of_the_layouts_of_every_job():
    found = [(need.source.id, need.files[0].name) for need in needs()]
    assert len(found) == sum(not job.own for job in jobs())
    assert ("un-icrmw", "un-icrmw/hr_status_icmw.csv") in found
    # One file, three tables and columns.
    copies = [file.name for need in needs() for file in need.files if file.layout == "tidy"]
    assert copies.count("wb-wdi/wdi.csv.gz") == 4
