package org.serviceledger.projection;

import java.util.List;
import org.serviceledger.projection.act.Acts;
import org.serviceledger.projection.cases.Cases;
import org.serviceledger.projection.cases.CodeHasher;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.evaluation.Evaluations;
import org.serviceledger.projection.item.Items;
import org.serviceledger.projection.organization.Organizations;
import org.serviceledger.projection.staffday.StaffDays;
import org.serviceledger.projection.windowday.WindowDays;

/** The list of all read models. */
public final class ReadModels {

    private ReadModels() {}

    public static List<ReadModel<?>> all(CodeHasher codes) {
        return List.of(
                new Acts(),
                new Cases(codes),
                new Items(),
                new Organizations(),
                new WindowDays(),
                new StaffDays(),
                new Evaluations());
    }
}
