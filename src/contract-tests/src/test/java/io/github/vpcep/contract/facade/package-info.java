/** What users see of the client: its public signatures, and how lists, options and answers behave over HTTP. */
@NullMarked
package io.github.vpcep.contract.facade;

import org.jspecify.annotations.NullMarked;
