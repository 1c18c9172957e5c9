package org.serviceledger.command.web;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.serviceledger.api.act.Offers;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.command.staff.StaffRegister;
import org.serviceledger.command.stream.FamilyShell;
import org.serviceledger.store.IdempotencyKeys;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.outage.DatabaseWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Configures the write API. */
@Configuration(proxyBeanMethods = false)
class WriteApiConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<DatabaseWatch> watch;

    WriteApiConfiguration(ObjectProvider<DatabaseWatch> watch) {
        this.watch = watch;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new StrictJson());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, ImportId.class, ImportId::named);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleCheck());
        registry.addInterceptor(new StoreCheck(watch.getObject()));
    }

    @Bean
    ValidationConfigurationCustomizer faultsAreSpoken() {
        return validation ->
                validation.messageInterpolator(new SpokenFaults(validation.getDefaultMessageInterpolator()));
    }

    @Bean
    UnmatchedRequests unmatchedRequests(JsonMapper json) {
        return new UnmatchedRequests(json);
    }

    @Bean
    Actors actors(StaffRegister register) {
        return new Actors(register);
    }

    @Bean
    CommandSender commandSender(
            CommandGateway gateway,
            DataSource dataSource,
            Actors actors,
            ObjectProvider<Clock> clock,
            DatabaseWatch watch) {
        return new CommandSender(
                gateway,
                new IdempotencyKeys(dataSource),
                new LedgerHeads(dataSource),
                actors,
                clock.getIfUnique(Clock::systemUTC),
                new BoundedWait(watch));
    }

    @Bean
    Offers offers(
            List<FamilyShell<?, ?, ?>> families, EventStore events, ObjectProvider<Clock> clock, DatabaseWatch watch) {
        return new ActOffers(families, events, clock.getIfUnique(Clock::systemUTC), new BoundedWait(watch));
    }

    @Bean
    ActRoutes actRoutes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            Validator validator,
            CommandSender sender,
            Offers offers) {
        return new ActRoutes(mapping, StrictJson.mapper(), validator, sender, offers);
    }

    /** Copies the idempotency key, the request digest and the user from a command's metadata to its events. */
    @Bean
    SmartInitializingSingleton requestsAreKeptWithEvents(CommandBus bus) {
        var kept = new SimpleCorrelationDataProvider(
                IdempotencyKeys.KEY, IdempotencyKeys.REQUEST_DIGEST, CommandSender.RECORDED_BY);
        return () -> bus.registerHandlerInterceptor(new CorrelationDataInterceptor<CommandMessage<?>>(kept));
    }
}
