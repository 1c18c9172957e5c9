package org.serviceledger.api.evaluation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.serviceledger.api.Malformed;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.words.Message;

/**
 * Identifies the evaluation (好差评) of one case. Each case has one evaluation stream, so there is one chance to rate it.
 */
public record EvaluationId(@JsonValue String value) {

    private static final String PREFIX = "evaluation-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z][0-9A-Za-z._-]{0,49}");

    @JsonCreator
    public EvaluationId {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(Message.of("fault.id.evaluation", "value", value));
        }
    }

    public static EvaluationId of(CaseId rated) {
        return new EvaluationId(PREFIX + rated.number());
    }

    public CaseId rated() {
        return CaseId.ofNumber(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
