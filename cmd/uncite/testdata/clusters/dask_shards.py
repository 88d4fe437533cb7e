"""dask_shards.py N CORPUS FOLDER [SCHEDULER]: a shard a task, on any Dask cluster.

Without SCHEDULER, workers on this machine. The corpus and the folder must be seen by
all workers under the same names."""
import subprocess
import sys

from distributed import Client


def extract(k, n, corpus, folder):
    name = f"{folder}/shard-{k}.jsonl.gz"
    done = subprocess.run(["uncite", "extract", "-q", "--shard", f"{k}/{n}", "-o", name, corpus])
    if done.returncode > 1:  # 1: done, but some input could not be read
        raise RuntimeError(f"shard {k}: uncite ended with {done.returncode}")
    return name


if __name__ == "__main__":
    n, corpus, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    client = Client(sys.argv[4]) if len(sys.argv) > 4 else Client(n_workers=2, threads_per_worker=1, dashboard_address=None)
    tasks = [client.submit(extract, k, n, corpus, folder, pure=False) for k in range(1, n + 1)]
    print(*client.gather(tasks), sep="\n")
    client.close()
