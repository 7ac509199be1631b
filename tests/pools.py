"""What stands in for several processes where a test needs none."""

from roundtable import processes


class Pool:
    """Stand in for the processes: do each piece of work at once, in this one."""

    def __init__(self, monkeypatch, work):
        monkeypatch.setattr(processes, "ProcessPoolExecutor", lambda **settings: self)
        self.work, self.closed = work, False

    def submit(self, function, item):
        future = processes.Future()
        try:
            future.set_result(self.work(item))
        except BaseException as error:
            future.set_exception(error)
        return future

    def shutdown(self, *, wait, cancel_futures):
        self.closed = wait and cancel_futures
