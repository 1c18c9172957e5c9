package org.serviceledger.query.pages;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.query.shared.Directory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a page says when it cannot be shown: what happened, and what the visitor can do. */
@Component("apologies")
class Apologies {

    private static final int SERVICE_UNAVAILABLE = 503;

    private final Directory directory;

    Apologies(Directory directory) {
        this.directory = directory;
    }

    /** One apology, in both languages. */
    public record Apology(int status, String heading, String english, String advice, String englishAdvice) {}

    /** Whom to ring up meanwhile, as far as it is known without asking anything that may be away. */
    public @Nullable String phone() {
        return directory.lastKnown().stream()
                .filter(known -> known.kind() == OrganizationKind.COUNTY_OFFICE)
                .map(OrganizationDocument::phone)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** For what only the database of the ledger could tell. */
    public Apology ofTheLedger() {
        return new Apology(
                SERVICE_UNAVAILABLE,
                "台账暂时不能读写",
                "The ledger is down for the moment",
                "已经入账的一条没丢；请稍后刷新。这期间窗口不能登记。",
                "Nothing recorded is lost. Please reload in a moment; nothing can be recorded meanwhile.");
    }

    public Apology of(@Nullable Integer status) {
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.resolve(status);
        return switch (known) {
            case BAD_REQUEST ->
                new Apology(
                        400,
                        "查询条件有误",
                        "Bad request",
                        "地址里的某个条件写法不对，请从页面上的表单重新查询。",
                        "Something in the address is not well-formed; please ask again from the form.");
            case FORBIDDEN ->
                new Apology(
                        403,
                        "您无权查看该内容",
                        "Not within what you may see",
                        "您的角色或所在机构看不到它；如果工作需要，请找系统管理员开通。",
                        "Ask an administrator if your work needs it.");
            case NOT_FOUND ->
                new Apology(
                        404,
                        "没有这一页",
                        "Not found",
                        "编号可能写错了，或者它不在您能看到的范围内。",
                        "The number may be mistyped, or the record lies outside what you may see.");
            case METHOD_NOT_ALLOWED ->
                new Apology(405, "这一页只能看", "Read only", "请从页面上的表单操作。", "Please use the forms on the pages.");
            case TOO_MANY_REQUESTS ->
                new Apology(429, "查询过于频繁", "Too many attempts", "请过几分钟再试。", "Please try again in a few minutes.");
            case SERVICE_UNAVAILABLE ->
                new Apology(
                        503,
                        "查询服务暂时停了",
                        "Search is down for the moment",
                        "记录都在，一条没丢；请稍后刷新。窗口登记不受影响。",
                        "Nothing is lost. Please reload in a moment; recording goes on meanwhile.");
            case null, default ->
                new Apology(
                        status == null ? 500 : status,
                        "系统出错",
                        "Something went wrong",
                        "问题已记入日志，请稍后再试。",
                        "It has been logged. Please try again later.");
        };
    }
}
