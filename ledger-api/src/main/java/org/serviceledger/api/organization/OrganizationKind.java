package org.serviceledger.api.organization;

import org.serviceledger.words.Term;

/** The kinds of organisation in a county's service system (东政办发〔2020〕44号 二(一)). */
public enum OrganizationKind implements Term {
    COUNTY_OFFICE,
    TOWN_CENTRE,
    ZONE_BUREAU,
    VILLAGE_CENTRE
}
