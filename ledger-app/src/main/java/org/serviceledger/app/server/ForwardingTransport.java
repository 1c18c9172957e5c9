package org.serviceledger.app.server;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.TransportOptions;
import java.io.IOException;

/** Forwards everything but the requests to another transport. */
abstract class ForwardingTransport implements ElasticsearchTransport {

    final ElasticsearchTransport transport;

    ForwardingTransport(ElasticsearchTransport transport) {
        this.transport = transport;
    }

    @Override
    public final JsonpMapper jsonpMapper() {
        return transport.jsonpMapper();
    }

    @Override
    public final TransportOptions options() {
        return transport.options();
    }

    @Override
    public final void close() throws IOException {
        transport.close();
    }
}
