package io.github.vpcep.prism;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Prism is started for.
 *
 * @param contract one self-contained document
 * @param upstream the server that a proxy stands before; null for a mock
 */
record Task(Path contract, @Nullable URI upstream) {
    /** The command line, where the contract and the upstream may have other names than here. */
    List<String> arguments(String host, int port, String contractThere, @Nullable URI upstreamThere) {
        List<String> arguments = new ArrayList<>(List.of(
                upstreamThere == null ? "mock" : "proxy",
                "-h",
                host,
                "-p",
                Integer.toString(port),
                // One process: Prism's workers would outlive the one that is stopped here.
                "--multiprocess=false",
                contractThere));
        if (upstreamThere != null) {
            arguments.add(upstreamThere.toString());
        }
        return arguments;
    }
}
