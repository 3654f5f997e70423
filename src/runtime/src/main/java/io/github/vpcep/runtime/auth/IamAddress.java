package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.connect.Server;
import io.github.vpcep.runtime.ground.Arguments;
import java.net.URI;
import java.net.URISyntaxException;
import okhttp3.HttpUrl;

/** The check of an address of IAM, which is told secrets and tells some. */
final class IamAddress {
    private IamAddress() {}

    /**
     * Returns the address.
     *
     * @throws IllegalArgumentException if the address is not https, or http of this machine, has no host, or has user
     *     information, a query or a fragment
     */
    static HttpUrl of(URI iamEndpoint) {
        Arguments.requireNonNull(iamEndpoint, "iamEndpoint");
        HttpUrl url = HttpUrl.get(iamEndpoint);
        if (url == null
                || !url.encodedUsername().isEmpty()
                || !url.encodedPassword().isEmpty()
                || iamEndpoint.getRawQuery() != null
                || iamEndpoint.getRawFragment() != null) {
            throw bad();
        }
        if (Server.isInTheClear(url)) {
            throw new IllegalArgumentException("iamEndpoint is \"http://" + url.host()
                    + "\", but must be https unless it is on this machine: IAM is told secrets");
        }
        return url;
    }

    /**
     * Returns the address that a text holds, unchecked otherwise.
     *
     * @throws IllegalArgumentException if it holds none; the message does not repeat it
     */
    static URI uri(String iamEndpoint) {
        try {
            return new URI(Arguments.requireNonBlank(iamEndpoint, "iamEndpoint"));
        } catch (URISyntaxException e) {
            // Not the cause: its message repeats the text, user information included.
            throw bad();
        }
    }

    private static IllegalArgumentException bad() {
        return new IllegalArgumentException("iamEndpoint must be an address that starts with http:// or https://, has a"
                + " host, and has no user information, query or fragment");
    }
}
