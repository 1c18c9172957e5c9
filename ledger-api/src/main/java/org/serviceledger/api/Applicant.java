package org.serviceledger.api;

import org.jspecify.annotations.Nullable;

/**
 * Who applied (申请人). Personal: pages outside the desk show the name masked and nothing else.
 *
 * @param idType kind of document, such as 居民身份证
 */
public record Applicant(
        String name,
        Audience kind,
        @Nullable String idType,
        @Nullable String idNumber,
        @Nullable String phone) {}
