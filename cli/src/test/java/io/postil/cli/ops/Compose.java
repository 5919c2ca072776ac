package io.postil.cli.ops;

import io.postil.testkit.YamlFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code docker-compose.yml}. */
record Compose(YamlFile file) {

    static Compose read() {
        return new Compose(YamlFile.read("docker-compose.yml"));
    }

    List<String> services() {
        return file.at("services").names();
    }

    /** The services that run the application's image with its own entry point, so that their command is postil's. */
    List<String> postilServices() {
        return services().stream()
                .filter(name -> target(name).equals("postil") && !service(name).has("entrypoint"))
                .toList();
    }

    YamlFile service(String name) {
        return file.at("services").at(name);
    }

    /** The stage of the Dockerfile that a service's image is built from; empty where it is fetched. */
    String target(String name) {
        return service(name).has("build")
                ? service(name).at("build").at("target").text()
                : "";
    }

    /** As a container of the service sees it. */
    Map<String, String> environment(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (service(name).has("environment")) {
            YamlFile given = service(name).at("environment");
            given.names()
                    .forEach(variable ->
                            environment.put(variable, given.at(variable).text()));
        }
        return environment;
    }

    List<String> command(String name) {
        return texts(name, "command");
    }

    /** Each as {@code SOURCE:TARGET} or {@code SOURCE:TARGET:ro}. */
    List<String> volumes(String name) {
        return texts(name, "volumes");
    }

    /** Each as {@code ADDRESS:HOST:CONTAINER}. */
    List<String> ports(String name) {
        return texts(name, "ports");
    }

    private List<String> texts(String name, String key) {
        return service(name).has(key) ? service(name).at(key).texts() : List.of();
    }
}
