package uk.gov.justice.probation.devolution.web;

import jakarta.servlet.ServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Treats form fields that none of our pages sends, such as an absurdly high list index, as a bad request and not as a
 * failure of the service.
 */
@Configuration(proxyBeanMethods = false)
class FormBinding implements WebMvcRegistrations {
    private static final Logger LOG = LoggerFactory.getLogger(FormBinding.class);

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected InitBinderDataBinderFactory createDataBinderFactory(List<InvocableHandlerMethod> methods) {
                return new Binders(methods, this);
            }
        };
    }

    private static final class Binders extends ServletRequestDataBinderFactory {

        Binders(List<InvocableHandlerMethod> methods, RequestMappingHandlerAdapter adapter) {
            super(methods, adapter.getWebBindingInitializer());
        }

        @Override
        protected ServletRequestDataBinder createBinderInstance(Object target, String name, NativeWebRequest request) {
            return new ExtendedServletRequestDataBinder(target, name) {
                @Override
                public void construct(ServletRequest sent) {
                    understood(() -> super.construct(sent));
                }

                @Override
                protected void doBind(MutablePropertyValues fields) {
                    understood(() -> super.doBind(fields));
                }
            };
        }

        private static void understood(Runnable binding) {
            try {
                binding.run();
            } catch (RuntimeException notOurs) {
                LOG.debug("Fields of a form that cannot be", notOurs);
                throw Problem.badRequest(
                        "The form has a field that this page does not send. Open the page again and fill it in there.");
            }
        }
    }
}
