package org.serviceledger.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightTest {

    @Test
    void escapesEveryPartOfTheText() {
        assertThat(Highlight.html("<b>营业</b>\"执照\" & '", "营业"))
                .isEqualTo("&lt;b&gt;<mark>营业</mark>&lt;/b&gt;&quot;执照&quot; &amp; &#39;");
    }

    @Test
    void leavesATextAsItIsThatDoesNotMatch() {
        assertThat(Highlight.html("优待证", "执照")).isEqualTo("优待证");
        assertThat(Highlight.isIn("优待证", "执照")).isFalse();
    }

    @Test
    void escapesWhatWasAskedForToo() {
        assertThat(Highlight.html("a <script> b", "script")).isEqualTo("a &lt;<mark>script</mark>&gt; b");
    }
}
