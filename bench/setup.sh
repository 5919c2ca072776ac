# Read by the run scripts, which set `here`, their own folder: makes the Python environment, the class path and the checkpoint where they are
# missing. POSTIL_BENCH_VENV names an environment that is there already; POSTIL_BENCH_BUILD builds again; POSTIL_MAVEN_OPTS goes to Maven.
root=$(cd "$here/../.." && pwd)
work=$root/bench/target/$(basename "$here")
mkdir -p "$work"
venv=${POSTIL_BENCH_VENV:-$work/venv}
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q -r "$here/requirements.txt"
fi
cd "$root"
if [ ! -f "$work/classpath" ] || [ -n "$POSTIL_BENCH_BUILD" ]; then
    mvn -B -q ${POSTIL_MAVEN_OPTS:-} package -DskipTests -Dspotless.check.skip -pl bench -am \
        dependency:build-classpath -Dmdep.outputFile="$work/classpath"
fi
classpath=$root/bench/target/classes:$root/model/target/classes:$root/starter/target/classes:$(cat "$work/classpath")
if [ ! -f "$work/checkpoint/model.safetensors" ]; then
    java -cp "$classpath" io.postil.bench.BenchCheckpoint "$work/checkpoint" "$work/base"
fi
