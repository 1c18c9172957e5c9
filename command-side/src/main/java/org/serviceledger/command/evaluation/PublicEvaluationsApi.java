package org.serviceledger.command.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.act.Text;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationCommand;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.evaluation.RatingChannel;
import org.serviceledger.api.evaluation.RatingLevel;
import org.serviceledger.command.cases.Applications;
import org.serviceledger.command.web.CommandSender;
import org.serviceledger.command.web.Recorded;
import org.serviceledger.command.web.RequestKey;
import org.serviceledger.command.web.RequestRefused;
import org.serviceledger.words.Message;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records ratings by applicants, who prove with number and code that the case is theirs. */
@RestController
@RequestMapping(path = "/api/public/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
final class PublicEvaluationsApi {

    /** The rated person can see the actor of a rating, so the actor must not identify the rater. */
    private static final Actor APPLICANT = Actor.applicant("申请人");

    private final CommandSender sender;
    private final Applications applications;
    private final WrongCodes wrongCodes;

    PublicEvaluationsApi(CommandSender sender, Applications applications) {
        this.sender = sender;
        this.wrongCodes = new WrongCodes(sender::now);
        this.applications = applications;
    }

    @PostMapping
    Recorded rate(@Valid @RequestBody Rating asked) {
        var id = CaseId.ofNumber(asked.number());
        mustBeOfTheApplicant(id, asked.code());
        var key = RequestKey.current();
        return key.flatMap(sender::before).orElseGet(() -> sender.send("public", rating(asked, id), key));
    }

    /**
     * The response is the same for a wrong number and for a wrong code, so that nobody can find out which numbers
     * exist.
     */
    private void mustBeOfTheApplicant(CaseId id, String code) {
        wrongCodes.mustBeFew(id);
        if (applications
                .of(id)
                .filter(applied -> isSame(applied.progressCode(), code))
                .isEmpty()) {
            wrongCodes.add(id);
            throw RequestRefused.because(
                    HttpStatus.NOT_FOUND,
                    "evaluation/number-and-code",
                    Message.of("problem.evaluation/number-and-code"));
        }
    }

    private EvaluationCommand.Rate rating(Rating asked, CaseId id) {
        return new EvaluationCommand.Rate(
                EvaluationId.of(id),
                asked.level(),
                asked.channel(),
                Boolean.TRUE.equals(asked.anonymous()),
                Objects.requireNonNullElse(asked.details(), List.of()),
                Objects.requireNonNullElse(asked.text(), ""),
                APPLICANT,
                sender.now());
    }

    private static boolean isSame(String code, String given) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    record Rating(
            @NotNull @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]{0,49}", message = "fault.case-number") String number,

            @NotNull @Pattern(regexp = "\\d{6}", message = "fault.code") String code,

            @NotNull RatingLevel level,
            @NotNull RatingChannel channel,

            @Text(max = 2000, optional = true, blank = true) @Nullable String text,

            @Nullable @Size(max = 20) List<@Text(max = 60) String> details,
            @Nullable Boolean anonymous) {}
}
