package io.github.vpcep.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host, in place of the JVM. Shared by all threads of a client. */
@FunctionalInterface
public interface HostResolver {
    /**
     * Returns the addresses to connect to, in the order in which they are tried. Called for the host of the API, of IAM
     * and of a proxy, whenever a connection is made; it may block.
     *
     * @param host its name, as in the address
     * @return at least one address
     * @throws UnknownHostException if there is none: the call fails with a
     *     {@link io.github.vpcep.runtime.error.VpcepTransportException}
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
