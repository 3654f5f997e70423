package io.github.vpcep.sandbox.auth;

import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.control.SandboxClock;
import io.github.vpcep.sandbox.domain.Caller;
import io.github.vpcep.sandbox.domain.Problem;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out who calls, and whether the project of the path is theirs. */
public final class Authentication {
    /** All forms of ids that the documents show, and those that tests make up. */
    private static final Pattern VERSION = Pattern.compile("/v[12]/");

    private static final Pattern PROJECT_ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final Accounts accounts;
    private final Tokens tokens;
    private final SignatureVerifier signatures;

    /**
     * Knows these accounts.
     *
     * @param clock decides whether signatures are fresh and tokens alive
     */
    public Authentication(Accounts accounts, SandboxClock clock) {
        this.accounts = accounts;
        this.tokens = new Tokens(accounts, clock);
        this.signatures = new SignatureVerifier(accounts, clock);
    }

    /** Whether a path is for everybody: the versions of the API. */
    public static boolean isOpen(String path) {
        return path.indexOf('/', 1) < 0;
    }

    /**
     * Who calls.
     *
     * @throws Problem why they may not
     */
    public Caller authenticate(HttpRequest request) {
        boolean signed = SignatureVerifier.isMeant(request.header("authorization"));
        Tokens.Bearer bearer = bearer(request);
        Account account = bearer.account();
        if (!VERSION.matcher(request.path()).lookingAt()) {
            throw new Problem(ErrorCode.RESOURCE_NOT_FOUND);
        }
        String projectId = request.path().split("/", 4)[2];
        if (!PROJECT_ID.matcher(projectId).matches()) {
            throw new Problem(
                    ErrorCode.INVALID_PROJECT_ID,
                    ErrorCode.INVALID_PROJECT_ID.message()
                            + " It has 1 to 64 letters, digits, hyphens or underscores.");
        }
        if (bearer.ofDomain()) {
            throw denied("The token is of the account as a whole, not of a project.");
        }
        // A token is of one project; a key is of an account with all its projects.
        Optional<Account> owner = signed
                ? accounts.byProject(projectId).filter(each -> each.domainId().equals(account.domainId()))
                : Optional.of(account).filter(each -> each.projectId().equals(projectId));
        if (owner.isEmpty()) {
            throw denied("The project of the path is not the caller's.");
        }
        return new Caller(account.domainId(), projectId);
    }

    /**
     * The account of the token or the signature, whatever project it is of.
     *
     * @throws Problem if there is neither, or it is not good
     */
    Account account(HttpRequest request) {
        return bearer(request).account();
    }

    /** As {@link #account}, with what else is known of the token; a signature is like a token of the set-up. */
    Tokens.Bearer bearer(HttpRequest request) {
        String authorization = request.header("authorization");
        return authorization != null && SignatureVerifier.isMeant(authorization)
                ? tokens.lasting(signatures.verify(request, authorization))
                : byToken(request);
    }

    Accounts accounts() {
        return accounts;
    }

    /** The tokens that are taken here. */
    Tokens tokens() {
        return tokens;
    }

    /** Forgets which tokens were revoked. */
    public void reset() {
        tokens.reset();
    }

    private Tokens.Bearer byToken(HttpRequest request) {
        String token = request.header("x-auth-token");
        if (token == null || token.isBlank()) {
            String authorization = request.header("authorization");
            throw authorization == null || authorization.isBlank()
                    ? refusal("The request has neither a token in X-Auth-Token nor a signature in Authorization.")
                    : SignatureVerifier.notTaken(authorization.strip());
        }
        return tokens.find(token.strip())
                .orElseThrow(() -> refusal("The token is unknown, has expired or was revoked."));
    }

    private static Problem denied(String reason) {
        return new Problem(ErrorCode.PERMISSION_DENIED, ErrorCode.PERMISSION_DENIED.message() + " " + reason);
    }

    private static Problem refusal(String reason) {
        return new Problem(ErrorCode.AUTHENTICATION_FAILED, ErrorCode.AUTHENTICATION_FAILED.message() + " " + reason);
    }
}
