package io.postil.cli.local;

import io.postil.embedded.Ports;

/** Ports of the loopback interface. */
record LocalAddresses(int http, int brokerPort, int registryPort) {

    /** @param port of HTTP, of which the others follow; 0 for any free ones */
    static LocalAddresses of(int port) {
        return port == 0
                ? new LocalAddresses(Ports.free(), Ports.free(), Ports.free())
                : new LocalAddresses(Ports.checked(port), Ports.checked(port + 1), Ports.checked(port + 2));
    }

    String bootstrap() {
        return "localhost:" + brokerPort;
    }

    /** As any Confluent client takes it. */
    String registry() {
        return "http://localhost:" + registryPort + "/apis/ccompat/v7";
    }

    String ready() {
        return "{\"ready\":true,\"bootstrap\":\"" + bootstrap() + "\",\"registry\":\"" + registry()
                + "\",\"http\":\"http://localhost:" + http + "\"}";
    }
}
