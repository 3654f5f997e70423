package io.github.vpcep.runtime.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** The log of the tests: every level on, everything kept. */
public final class SuiteLog implements SLF4JServiceProvider {
    private static final List<Line> LINES = Collections.synchronizedList(new ArrayList<>());

    /** A logged line with what was thrown, causes included. */
    public record Line(String logger, Level level, String text) {}

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    public static List<Line> lines() {
        return List.copyOf(LINES);
    }

    /** Returns the texts logged at a level since there were so many lines. */
    public static List<String> since(int count, Level level) {
        return lines().stream()
                .skip(count)
                .filter(line -> line.level() == level)
                .map(Line::text)
                .toList();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, Capturing::new);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Capturing extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        Capturing(String name) {
            this.name = name;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return "";
        }

        @Override
        @SuppressWarnings("NullAway") // the parameters of a class without null annotations
        protected void handleNormalizedLoggingCall(
                Level level, @Nullable Marker marker, String message, Object[] arguments, @Nullable Throwable thrown) {
            StringBuilder text = new StringBuilder(MessageFormatter.basicArrayFormat(message, arguments));
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                text.append('\n').append(t);
            }
            LINES.add(new Line(name, level, text.toString()));
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
