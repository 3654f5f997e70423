package io.github.vpcep.runtime.connect;

import okhttp3.Call;

/**
 * What the engine's own requests are besides: the way for its credentials to call another server, such as IAM, over the
 * client's connections, proxy, trust and timeouts, but without its credentials.
 */
public interface HttpAccess {
    /** Returns what makes such calls. They are to be made on the thread that asks. */
    Call.Factory http();
}
