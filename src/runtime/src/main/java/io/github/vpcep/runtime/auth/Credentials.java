package io.github.vpcep.runtime.auth;

import io.github.vpcep.runtime.contract.Region;
import io.github.vpcep.runtime.ground.Arguments;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How requests prove who sends them. Use one of the factory methods, or implement this interface for a source of your
 * own. An implementation is shared by all threads of a client, and its {@code toString} must not show the secret.
 */
@FunctionalInterface
public interface Credentials {
    /**
     * Returns the headers that authenticate a request. Called for every single try, so a token may change over time and
     * a signature may cover the clock. Called on the thread that sends: it may block, and it delays that call only. The
     * deadline of the call ends a future, but cannot end what blocks here: give that a limit of its own.
     *
     * <p>An unchecked exception thrown here reaches the caller as it is, and nothing is sent. Header values are
     * printable ASCII; another value is refused with an {@link IllegalArgumentException} that does not repeat it.
     *
     * @param request the request as it will be sent, but for these headers
     * @return the headers to set, by name; they replace those of the same name
     */
    Map<String, String> headers(OutgoingRequest request);

    /**
     * Returns the credentials to use in a region. Called once when a client is built with
     * {@link io.github.vpcep.runtime.ClientBuilder#region(String) region(…)} or one from {@link #regionId()}, and not
     * when it is built with an endpoint alone. Unless overridden, returns these credentials.
     *
     * @param region the region as set, with its addresses
     */
    default Credentials inRegion(Region region) {
        return this;
    }

    /**
     * Returns the id of the project that comes with these credentials: that of a client which is built without
     * {@link io.github.vpcep.runtime.ClientBuilder#projectId projectId(…)}. Unless overridden, returns null, for none:
     * IAM is asked for the region's.
     */
    default @Nullable String projectId() {
        return null;
    }

    /**
     * Returns the id of the region that comes with these credentials: that of a client which is built with neither
     * region nor endpoint. Unless overridden, returns null, for none.
     */
    default @Nullable String regionId() {
        return null;
    }

    /**
     * Tells that the server answered 401 to a request that carried {@link #headers}, and returns whether another try
     * would carry something else. If so, the headers are asked for anew and the request is sent once more; a second 401
     * is the call's result. Called on the thread that sends. Unless overridden, returns false.
     *
     * @param request the request as it was sent, these credentials' headers included
     */
    default boolean rejected(OutgoingRequest request) {
        return false;
    }

    /**
     * Tells that the server took a request that was sent once more after {@link #rejected}: it answered, and not by
     * 401. Called on the thread that sends. Unless overridden, does nothing.
     *
     * @param request the request as it was sent, these credentials' headers included
     */
    default void accepted(OutgoingRequest request) {}

    /**
     * Returns credentials that send one fixed IAM token of the project (header {@code X-Auth-Token}). A token lives for
     * 24 hours at most; afterwards calls fail with {@link io.github.vpcep.runtime.error.AuthenticationFailedException}.
     *
     * @param token the token as IAM gave it, in one line
     * @throws IllegalArgumentException if the token is blank or cannot be a header; the message does not repeat it
     */
    static Credentials token(String token) {
        return new TokenCredentials(token);
    }

    /**
     * Returns credentials that sign every request with a permanent access key (SDK-HMAC-SHA256). The secret key is
     * never sent. The server refuses a signature whose time is too far from its own clock; the first such refusal sets
     * the client's right, see {@link AccessKeyCredentials#clock}. It takes signed bodies of at most 12 MB.
     *
     * @param ak the id of the access key
     * @param sk the secret key
     * @throws IllegalArgumentException if an argument is blank or has white space, a control or a non-ASCII character;
     *     the message names it and does not repeat it
     */
    static Credentials accessKey(String ak, String sk) {
        return AccessKeyCredentials.of(ak, sk);
    }

    /**
     * Returns credentials that sign every request with a temporary access key; see {@link #accessKey(String, String)}.
     * When the key expires, calls fail with {@link io.github.vpcep.runtime.error.AuthenticationFailedException}.
     *
     * @param ak the id of the access key
     * @param sk the secret key
     * @param securityToken the security token that came with the key, sent as {@code X-Security-Token}
     * @throws IllegalArgumentException if an argument is blank or has white space, a control or a non-ASCII character;
     *     the message names it and does not repeat it
     */
    static Credentials accessKey(String ak, String sk, String securityToken) {
        return AccessKeyCredentials.of(ak, sk, securityToken);
    }

    /**
     * Returns credentials that fetch a token from IAM with a user's password, and renew it before it expires. IAM's
     * address follows the client's region; a client that is built with an endpoint needs
     * {@link IamTokenCredentials#iamEndpoint(String) iamEndpoint(…)}.
     *
     * @param user the user's name
     * @param password the user's password
     * @param domain the name of the account that the user belongs to
     * @param project the name (not the id) of the project that the token is for; the main project of a region is named
     *     like the region, such as {@code cn-north-4}
     * @throws IllegalArgumentException if an argument is blank or has a control character or half of a surrogate pair;
     *     the message names it and does not repeat it
     * @see IamTokenCredentials what calls throw when IAM gives no token
     */
    static IamTokenCredentials password(String user, String password, String domain, String project) {
        return IamTokenCredentials.password(user, password, domain, project);
    }

    /**
     * Returns credentials that fetch a token from IAM with an access key, and renew it before it expires. The secret
     * key is sent to IAM; {@link #accessKey(String, String)} never sends it and needs no IAM, so prefer that where
     * signing is possible. IAM's address is found as for {@link #password}.
     *
     * @param ak the id of the access key
     * @param sk the secret key
     * @param project the name (not the id) of the project that the token is for, such as {@code cn-north-4}
     * @throws IllegalArgumentException if the key is blank or has white space, a control or a non-ASCII character, or
     *     the project is blank or has a control character or half of a surrogate pair; the message names the argument
     *     and does not repeat it
     * @see IamTokenCredentials what calls throw when IAM gives no token
     */
    static IamTokenCredentials accessKeyToken(String ak, String sk, String project) {
        return IamTokenCredentials.accessKey(ak, sk, project);
    }

    /**
     * Returns the credentials that the process's environment variables give, by the names that Huawei's tools use. The
     * first that is set counts; a variable that is blank is not set.
     *
     * <ol>
     *   <li>{@code HUAWEICLOUD_SDK_AK} and {@code HUAWEICLOUD_SDK_SK}, with {@code HUAWEICLOUD_SDK_SECURITY_TOKEN} when
     *       the key is temporary, as the vendor's SDKs read them: an {@linkplain #accessKey access key}. One of the two
     *       without the other is an error.
     *   <li>{@code HW_ACCESS_KEY} and {@code HW_SECRET_KEY}, with {@code HW_SECURITY_TOKEN}, as the vendor's Terraform
     *       provider reads them: the same.
     *   <li>{@code HW_AUTH_TOKEN}, then {@code OS_AUTH_TOKEN}, as that reads them, too: a fixed {@linkplain #token
     *       token}.
     * </ol>
     *
     * <p>The variables are read once, now. With them are read {@code HUAWEICLOUD_SDK_PROJECT_ID}, then
     * {@code HW_PROJECT_ID}, for the project, and {@code HW_REGION_NAME} for the region of a client that is built with
     * these credentials and without its own.
     *
     * @throws IllegalStateException if no credentials are set, or half of an access key; the message lists the
     *     variables
     * @throws IllegalArgumentException if a value cannot be used; the message does not repeat it
     */
    static Credentials fromEnvironment() {
        return EnvironmentCredentials.of(System.getenv());
    }

    /**
     * Returns the access key of a credentials file as the vendor's SDKs read it: the file that the variable
     * {@code HUAWEICLOUD_SDK_CREDENTIALS_FILE} names, else {@code ~/.huaweicloud/credentials}; see
     * {@link #fromProfile(Path)}.
     *
     * @throws IllegalStateException if there is no such file, or it cannot be used; the message names it
     */
    static Credentials fromProfile() {
        return fromProfile(ProfileCredentials.file(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /**
     * Returns the access key of a credentials file: {@code ak}, {@code sk} and, for a temporary key,
     * {@code security_token} of its section {@code [basic]}, a line {@code name = value} for each. Its
     * {@code project_id} is the project of a client that is built without one. Other names and sections are passed
     * over, and so are lines that begin with {@code #} or {@code ;}. The file is read once, now.
     *
     * @throws IllegalStateException if there is no such file, or it cannot be used; the message names the file, and the
     *     line or what is missing, and repeats nothing of it
     */
    static Credentials fromProfile(Path file) {
        return ProfileCredentials.of(Arguments.requireNonNull(file, "file"));
    }

    /**
     * Returns the temporary key that a cloud server has by its agency, from the server's metadata service, renewed
     * before it ends. The service is the one at {@code http://169.254.169.254}, or the one whose address the
     * environment gives in {@code VPCEP_METADATA_ENDPOINT}, such as that of the sandbox.
     *
     * @throws IllegalArgumentException if that variable is set, and not to an address
     * @see MetadataCredentials what calls throw when there is none
     */
    static MetadataCredentials metadata() {
        return MetadataCredentials.create();
    }

    /**
     * Returns credentials of another account that lets this one act for it by an agency: temporary keys from IAM,
     * renewed before they end. IAM's address is found as for {@link #password}.
     *
     * @param source the credentials of this account, such as an access key; IAM is asked in their name
     * @param domain the name of the account that has the agency
     * @param agency the name of the agency
     * @throws IllegalArgumentException if an argument is null or blank, or has a control character or half of a
     *     surrogate pair; the message names it and does not repeat it
     * @see AgencyCredentials what calls throw when IAM gives no key
     */
    static AgencyCredentials agency(Credentials source, String domain, String agency) {
        return AgencyCredentials.of(source, domain, agency);
    }

    /**
     * Returns the first credentials that are found where the vendor's tools look: the {@linkplain #fromEnvironment
     * environment}, the {@linkplain #fromProfile() credentials file}, the {@linkplain #metadata metadata} of a cloud
     * server. What is there but cannot be used is an error: nothing further is looked at. Environment and file are read
     * once, now; the metadata service is asked by the first call that needs it, which throws
     * {@link IllegalStateException} if it gives no key: the message says what was looked at, and what was missing.
     *
     * @throws IllegalStateException if half of an access key is set, or there is a file that cannot be used; the
     *     message names variable or file
     * @throws IllegalArgumentException if a value of the environment cannot be used; the message does not repeat it
     */
    static Credentials standard() {
        return StandardCredentials.of(
                System.getenv(), Path.of(System.getProperty("user.home")), MetadataCredentials.create());
    }
}
