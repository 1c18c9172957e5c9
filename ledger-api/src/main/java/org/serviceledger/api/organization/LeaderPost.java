package org.serviceledger.api.organization;

import org.serviceledger.words.Term;

/** The leading posts at the end of a chain of responsibility (东政办发〔2020〕44号 三(一): 一把手亲自抓, 分管领导具体抓). */
public enum LeaderPost implements Term {
    CHIEF,
    DEPUTY,
    WINDOW_LEAD
}
