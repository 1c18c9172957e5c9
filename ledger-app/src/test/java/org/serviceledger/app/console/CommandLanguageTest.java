package org.serviceledger.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.words.Language;

class CommandLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en_GB.UTF-8 | zh_CN.UTF-8 | zh_CN | demo              | ENGLISH
            ''          | en          | zh_CN | demo              | ENGLISH
                        |             | en_US | demo              | ENGLISH
            C.UTF-8     | en          | en    | demo              | CHINESE
                        |             | POSIX | demo              | CHINESE
                        |             |       | demo              | CHINESE
            de_DE.UTF-8 |             |       | demo              | CHINESE
            zh_CN.UTF-8 |             |       | --lang en demo    | ENGLISH
            en_US.UTF-8 |             |       | demo --lang=zh-CN | CHINESE
            en_US.UTF-8 |             |       | demo --lang=xx    | ENGLISH
            en_US.UTF-8 |             |       | demo --lang       | ENGLISH
            """)
    void isTheOneAskedForOrElseTheTerminals(
            String all, String messages, String lang, String arguments, Language language) {
        var environment = new HashMap<String, String>();
        environment.put("LC_ALL", all);
        environment.put("LC_MESSAGES", messages);
        environment.put("LANG", lang);

        assertThat(CommandLanguage.of(environment, arguments.split(" "))).isEqualTo(language);
    }
}
