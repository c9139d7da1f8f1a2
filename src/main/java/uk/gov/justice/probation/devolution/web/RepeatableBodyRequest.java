package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.util.unit.DataSize;

/** A small body that is read once and can then be consumed any number of times. */
class RepeatableBodyRequest extends HttpServletRequestWrapper {
    static class TooLargeException extends IOException {}

    private final byte[] body;

    RepeatableBodyRequest(HttpServletRequest request, DataSize atMost) throws IOException {
        super(request);
        int bytes = Math.toIntExact(atMost.toBytes());
        if (request.getContentLengthLong() > bytes) throw new TooLargeException();
        body = request.getInputStream().readNBytes(bytes + 1);
        if (body.length > bytes) throw new TooLargeException();
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body is read as a whole");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        Charset charset =
                getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
}
