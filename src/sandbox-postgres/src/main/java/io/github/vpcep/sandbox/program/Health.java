package io.github.vpcep.sandbox.program;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks a sandbox that runs whether it is well: for engines of containers, whose images need not bring curl along. */
final class Health {
    private static final String DEFAULT = "http://127.0.0.1:8280";
    private static final int MILLIS = 5000;

    private Health() {}

    /** Ends with 0 when it is, else with 1 and the reason. The word is the sandbox's address. */
    public static void main(String[] words) {
        String url = words.length == 0 ? DEFAULT : words[0];
        try {
            int status = status(url);
            if (status != HttpURLConnection.HTTP_OK) {
                end(url, "answered " + status);
            }
        } catch (IOException | IllegalArgumentException e) {
            end(url, String.valueOf(e.getMessage()));
        }
    }

    private static int status(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).resolve("/healthz").toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static void end(String url, String reason) {
        System.err.println("vpcep-sandbox: " + url + ": " + reason);
        System.exit(1);
    }
}
