package org.liaison.hub;

import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.liaison.directory.Directory;

/// A broker of its own, by URL.
final class StandaloneBroker implements Broker {

    static StandaloneBroker at(HubSettings settings) {
        throw new BrokerUnfit("not yet: " + settings.broker().url());
    }

    @Override
    public ServerLocator locator() {
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
