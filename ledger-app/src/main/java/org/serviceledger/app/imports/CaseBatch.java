package org.serviceledger.app.imports;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Cases for one request. Their number and their size in bytes are bounded, which bounds the memory of an import. */
final class CaseBatch {

    static final int MOST_CASES = 200;
    static final int MOST_BYTES = 1 << 20;
    static final int LARGEST_CASE = 4 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<byte[]> cases = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private int bytes;

    /** Line and name of a case in the file. */
    record Origin(int line, String name) {}

    /** Adds the case. Returns false if it alone is too large for a request. */
    boolean add(CaseOfFile read, int line) {
        var json = JSON.writeValueAsBytes(read);
        if (json.length > LARGEST_CASE) {
            return false;
        }
        cases.add(json);
        origins.add(new Origin(line, read.originalId()));
        bytes += json.length + 1;
        return true;
    }

    boolean isFull() {
        return cases.size() >= MOST_CASES || bytes >= MOST_BYTES;
    }

    boolean isEmpty() {
        return cases.isEmpty();
    }

    Origin origin(int index) {
        return origins.get(index);
    }

    int size() {
        return cases.size();
    }

    /** The cases as one JSON array, in UTF-8. */
    byte[] json() {
        var array = new byte[bytes + 1];
        var at = 0;
        for (var json : cases) {
            array[at++] = (byte) (at == 1 ? '[' : ',');
            System.arraycopy(json, 0, array, at, json.length);
            at += json.length;
        }
        array[at] = ']';
        return array;
    }
}
