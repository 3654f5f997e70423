/** What Terraform's provider sends, replayed. */
@NullMarked
package io.github.vpcep.sandbox.terraform;

import org.jspecify.annotations.NullMarked;
