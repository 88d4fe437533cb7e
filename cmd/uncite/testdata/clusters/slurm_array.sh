#!/bin/sh
# sbatch --array=1-N slurm_array.sh CORPUS FOLDER: a shard a task of the array. The
# corpus and the folder must be seen by all nodes under the same names.
#SBATCH --job-name=uncite
#SBATCH --cpus-per-task=1
exec uncite extract -q --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
	--state "$2/state-$SLURM_ARRAY_TASK_ID" -o "$2/shard-$SLURM_ARRAY_TASK_ID.jsonl.gz" "$1"
