#!/bin/bash
#SBATCH --job-name=overstretch
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=02:00:00
#SBATCH --requeue
# Submit, then join when all shares are done:
#   job=$(sbatch --parsable slurm.sh)
#   sbatch --dependency=afterok:$job --wrap "overstretch merge $SCRATCH/run/share-* --out $SCRATCH/run/whole"
set -euo pipefail
mkdir -p "$SCRATCH/run"
overstretch run nato-russia --futures 1024000 --seed 1 \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
    --out "$SCRATCH/run/share-$SLURM_ARRAY_TASK_ID" --resume
