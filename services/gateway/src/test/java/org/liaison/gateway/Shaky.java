package org.liaison.gateway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// A database whose next commit fails: having done it or not, as the test wants.
final class Shaky {

    enum Fault {
        NONE,
        /// The connection breaks before the server has committed.
        NOT_PERSISTED,
        /// The server has committed, but its answer never comes.
        PERSISTED
    }

    private final DataSource source;
    private Fault next = Fault.NONE;

    Shaky(DataSource source) {
        this.source = source;
    }

    void failNextCommit(Fault fault) {
        next = fault;
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                Shaky.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    Object answer = call(() -> method.invoke(source, arguments));
                    return answer instanceof Connection connection ? shaky(connection) : answer;
                });
    }

    private Connection shaky(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Shaky.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("commit") || next == Fault.NONE)
                        return call(() -> method.invoke(connection, arguments));
                    Fault fault = next;
                    next = Fault.NONE;
                    if (fault == Fault.PERSISTED) connection.commit();
                    else connection.rollback();
                    throw new SQLException("the connection broke at commit", "08006");
                });
    }

    private interface Call {
        Object run() throws IllegalAccessException, InvocationTargetException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
