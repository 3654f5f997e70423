package io.github.vpcep.sandbox.program;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Asks a sandbox that runs whether it is well: for engines of containers, whose images need not bring curl along. */
final class Health {
    /** The one with {@code --tls} ends at once what is not HTTPS. */
    private static final List<String> DEFAULT = List.of("http://127.0.0.1:8280", "https://127.0.0.1:8280");

    private static final int MILLIS = 5000;

    private Health() {}

    /** Ends with 0 when it is, else with 1 and the reason. The word is the sandbox's address. */
    public static void main(String[] words) {
        String problem = problem(words.length == 0 ? DEFAULT : List.of(words[0]));
        if (problem != null) {
            System.err.println("vpcep-sandbox: " + problem);
            System.exit(1);
        }
    }

    /** What the first that answers says against it, or the first why none does; null when it is well. */
    static @Nullable String problem(List<String> urls) {
        String silence = null;
        for (String url : urls) {
            try {
                int status = status(url);
                return status == HttpURLConnection.HTTP_OK ? null : url + ": answered " + status;
            } catch (IOException | IllegalArgumentException e) {
                silence = silence == null ? url + ": " + e.getMessage() : silence;
            }
        }
        return silence;
    }

    private static int status(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).resolve("/healthz").toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection https) {
            // It is told nothing, and asked for nothing but a status: whoever it is.
            https.setSSLSocketFactory(anybody());
            https.setHostnameVerifier((host, session) -> true);
        }
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static SSLSocketFactory anybody() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
