/** Who may call: accounts, their tokens and signatures, and the call to IAM that gives tokens out. */
@NullMarked
package io.github.vpcep.sandbox.auth;

import org.jspecify.annotations.NullMarked;
