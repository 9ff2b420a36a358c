package org.liaison.hub;

import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.liaison.directory.Directory;

/// A broker of its own, by URL.
final class StandaloneBroker implements Broker {

    private final HubSettings settings;

    private StandaloneBroker(HubSettings settings) {
        this.settings = settings;
    }

    static StandaloneBroker at(HubSettings settings) {
        return new StandaloneBroker(settings);
    }

    @Override
    public ServerLocator locator() {
        if (settings.broker().url().isPresent()) throw new BrokerUnfit("not yet");
        throw new IllegalStateException();
    }

    @Override
    public String user() {
        return "";
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public void furnish(Directory directory) {}

    @Override
    public void expel() {}

    @Override
    public boolean isUp() {
        return false;
    }

    @Override
    public int port() {
        return -1;
    }

    @Override
    public void close() {}
}
