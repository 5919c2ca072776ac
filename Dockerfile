# syntax=docker/dockerfile:1
# Two images from one build: `postil` (the command; stream, trainer and tools) and `registry` (Apicurio Registry, the very
# distribution that `postil local` and the tests run).
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/cache/maven \
    mvn -B -ntp -q -Dmaven.repo.local=/cache/maven -DskipTests -Dspotless.check.skip -Dmdep.analyze.skip package

FROM eclipse-temurin:21-jre AS base
RUN groupadd --gid 10001 postil \
    && useradd --uid 10001 --gid postil --home-dir /var/lib/postil --shell /usr/sbin/nologin postil \
    && mkdir -p /var/lib/postil/keys /var/lib/postil/checkpoints /var/lib/postil/state /var/lib/postil/djl /var/lib/postil/schemas \
    && chown -R postil:postil /var/lib/postil \
    && chmod 700 /var/lib/postil/keys
USER postil
WORKDIR /var/lib/postil

FROM base AS registry
COPY --from=build /src/embedded/target/registry /opt/registry
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8080 \
    REGISTRY_DATASOURCE_URL="jdbc:h2:file:/var/lib/postil/schemas/schemas;WRITE_DELAY=0"
EXPOSE 8080
ENTRYPOINT ["/bin/sh", "-c", "exec java -XX:+UseSerialGC -Xmx256m -jar /opt/registry/*-runner.jar"]

FROM base AS postil
COPY --from=build /src/postil /opt/postil/postil
COPY --from=build /src/cli/target/lib /opt/postil/cli/target/lib
COPY --from=build /src/LICENSE /src/NOTICE /opt/postil/
# The script builds where this mark is missing; there is nothing to build here.
COPY --from=build /src/cli/pom.xml /opt/postil/cli/target/built
ENV DJL_CACHE_DIR=/var/lib/postil/djl
EXPOSE 9404
ENTRYPOINT ["/opt/postil/postil"]
CMD ["--help"]
