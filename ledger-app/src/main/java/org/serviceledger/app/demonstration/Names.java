package org.serviceledger.app.demonstration;

import java.util.List;
import org.serviceledger.api.cases.Applicant;
import org.serviceledger.api.item.Audience;

/**
 * Invented people. Their identity numbers end in a letter that no check digit is, and their telephone numbers begin
 * with 000.
 */
final class Names {

    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "顾",
            "缪", "丛", "桑", "冒", "管", "曹", "袁", "石", "季");

    private static final List<String> GIVEN = List.of(
            "建华", "志明", "秀英", "桂兰", "海燕", "国强", "丽娟", "文彬", "晓东", "玉梅", "永康", "雪琴", "红霞", "俊杰", "春生", "小平", "美玲", "振宇",
            "佳怡", "明远", "素珍", "金凤", "卫东", "爱民", "慧敏", "立群", "银花", "宏伟", "静", "磊", "娟", "斌", "敏", "涛", "洁", "峰");

    private static final List<String> FIRMS =
            List.of("样例粮油商行", "样例建材经营部", "样例水产合作社", "样例家庭农场", "样例餐饮店", "样例物流有限公司", "样例纺织有限公司", "样例便利店");

    private Names() {}

    static String of(Chance chance) {
        return chance.of(SURNAMES) + chance.of(GIVEN);
    }

    static Applicant applicant(Chance chance, boolean firm) {
        var phone = "000-%04d-%04d".formatted(chance.between(0, 9999), chance.between(0, 9999));
        if (firm) {
            return new Applicant(
                    "如东" + chance.of(FIRMS),
                    Audience.ENTERPRISE,
                    "其他",
                    "样例-%06d".formatted(chance.between(0, 999_999)),
                    phone);
        }
        var born = "%04d%02d%02d".formatted(chance.between(1935, 2004), chance.between(1, 12), chance.between(1, 28));
        return new Applicant(
                of(chance),
                Audience.NATURAL_PERSON,
                "居民身份证",
                "320623" + born + "%03d".formatted(chance.between(0, 999)) + "Y",
                phone);
    }
}
