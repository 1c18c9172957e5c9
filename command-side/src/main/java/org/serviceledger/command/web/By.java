package org.serviceledger.command.web;

import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param person staff number; somebody else's only from a manager
 * @param onBehalfOf staff number of the absent A this person stood in for as B (AB角)
 */
record By(
        @Text(max = 60, optional = true) @Nullable String person,
        @Text(max = 60, optional = true) @Nullable String onBehalfOf) {}
