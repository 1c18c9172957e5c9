package org.serviceledger.command.web;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.Text;

/**
 * The person who acted.
 *
 * @param person staff number; only a manager or an administrator may name someone else
 * @param onBehalfOf staff number of the absent A for whom this person substituted as B (AB角)
 */
public record By(
        @Text(max = 60, optional = true) @Nullable String person,
        @Text(max = 60, optional = true) @Nullable String onBehalfOf) {}
