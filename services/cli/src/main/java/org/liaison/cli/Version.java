package org.liaison.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Liaison.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"liaison " + version, "Java " + Runtime.version()};
    }
}
