using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Panels;
using Orchestration.Audience.Suppressions;
using Orchestration.Caisses;
using Orchestration.Caisses.Custom;
using Orchestration.Caisses.Library;
using Orchestration.Caisses.Orders;
using Orchestration.Caisses.Tests;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Journeys;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Campaigns.Waves;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Delivery.Poison;
using Orchestration.Http;
using Orchestration.Messages;
using Orchestration.Messages.Library;
using Orchestration.Operations;
using Orchestration.Operations.Dashboard;
using Orchestration.Operations.Dashboard.Failures;
using Orchestration.Operations.Dashboard.Revisions;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Operations.Dashboard.Visas;
using Orchestration.Operations.Dashboard.Watch;
using Orchestration.Operations.Dashboard.Year;
using Orchestration.Operations.Health;
using Orchestration.Operations.Views;
using Orchestration.Planning;
using Orchestration.Security;
using Orchestration.Security.KeyRing;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration;

/// <summary>Everything that the functions need, the same in both flavours; a flavour adds clocks, delivery queue, adapters and renderer.</summary>
public static class Composition
{
    private const string PlanningFile = "planning.json";

    public static FunctionsApplicationBuilder AddOrchestration(this FunctionsApplicationBuilder builder)
    {
        AddPlanningRules(builder.Configuration);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<FailedRequests>();
        builder.UseMiddleware<CallerMiddleware>();
        builder.UseMiddleware<LimitedCalls>();
        builder.UseMiddleware<FailureLedger>();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        AddOptions(builder.Services, builder.Configuration);
        AddServices(builder.Services);
        return builder;
    }

    /// <summary>First of all sources, so that any setting replaces what the file says.</summary>
    private static void AddPlanningRules(IConfigurationBuilder configuration) => configuration.Sources.Insert(
        0, new JsonConfigurationSource { FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Path = PlanningFile });

    private static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlanningRules>().Bind(configuration.GetSection(PlanningRules.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PlanningRules>, PlanningRulesValidator>();
        services.AddOptions<MessageSettings>().Bind(configuration.GetSection(MessageSettings.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MessageSettings>, MessageSettingsValidator>();
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
        services.AddOptions<LinkOptions>().Bind(configuration.GetSection(LinkOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LinkOptions>, LinkOptionsValidator>();
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection(LimitOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        services.AddOptions<DashboardOptions>().Bind(configuration.GetSection(DashboardOptions.Section));
        services.AddOptions<SuppressionOptions>().Bind(configuration.GetSection(SuppressionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SuppressionOptions>, SuppressionOptionsValidator>();
        services.AddOptions<CaisseOptions>().Bind(configuration.GetSection(CaisseOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CaisseOptions>, CaisseOptionsValidator>();
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StorageAccounts>();
        services.AddSingleton<Containers>();
        services.AddHostedService<StorageSetup>();
        services.AddHostedService<TelemetryExport>();

        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<PanelStore>();
        services.AddSingleton<SuppressionHasher>();
        services.AddSingleton<SuppressionList>();
        services.AddSingleton<MessageFinder>();

        services.AddSingleton<LibraryStore>();
        services.AddSingleton<ContentLibrary>();

        services.AddSingleton<SendStore>();
        services.AddSingleton<SendStarter>();
        services.AddSingleton<RevisionStore>();
        services.AddSingleton<RevisionComparer>();
        services.AddSingleton<PlanningOutlook>();
        services.AddSingleton<GoneCaisses>();
        services.AddSingleton<RevisionDifference>();
        services.AddSingleton<RevisionDesk>();
        services.AddSingleton<RevisionReader>();
        services.AddSingleton<TriggerStore>();
        services.AddSingleton<WaveStore>();
        services.AddSingleton<JourneyCheck>();
        services.AddSingleton<RevisionMaker>();
        services.AddSingleton<CalendarReferencesFactory>();
        services.AddSingleton<JourneyStore>();
        services.AddSingleton<JourneyDays>();
        services.AddSingleton<VisaStore>();
        services.AddSingleton<VisaGate>();
        services.AddSingleton<VisaDesk>();
        services.AddSingleton<ControlStore>();
        services.AddSingleton<RemindedPeople>();
        services.AddSingleton<CaisseAudience>();
        services.AddSingleton<CaissePreparation>();
        services.AddSingleton<AudienceCounter>();
        services.AddSingleton<TallyCounter>();

        services.AddSingleton<CaisseHours>();
        services.AddSingleton<LotStore>();
        services.AddSingleton<LotRendering>();
        services.AddSingleton<AdapterChoice>();
        services.AddSingleton<LotDelivery>();
        services.AddSingleton<LibraryCatalog>();
        services.AddSingleton<LibraryVisas>();
        services.AddSingleton<OrderStore>();
        services.AddSingleton<OrderPlacement>();
        services.AddSingleton<CampaignDesk>();
        services.AddSingleton<CampaignSubmission>();
        services.AddSingleton<TestSends>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<OrderBook>();
        services.AddSingleton<DryRuns>();
        services.AddSingleton<NationalWaves>();
        services.AddSingleton<FailureLedger>();
        services.AddSingleton<IPoisonQueue>(
            provider => new StoragePoisonQueue(provider.GetRequiredService<StorageAccounts>(), ApplyReceipt.Queue));

        services.AddSingleton<PoisonDesk>();

        services.AddSingleton<ReadinessProbe>();
        services.AddSingleton<CalendarInForce>();
        services.AddSingleton<WorklistMaker>();
        services.AddSingleton<OperatorActions>();

        services.AddSingleton<DashboardPages>();
        services.AddSingleton<SendBoard>();
        services.AddSingleton<SendViews>();
        services.AddSingleton<CaisseLots>();
        services.AddSingleton<DashboardForms>();
        services.AddSingleton<VisaDossiers>();
        services.AddSingleton<CalendarHistories>();
        services.AddSingleton<YearReader>();
        services.AddSingleton<WatchReader>();
        services.AddSingleton<SendFailures>();

        services.AddSingleton<CallLimits>();
        services.AddSingleton<RequestClaims>();
        services.AddSingleton<Idempotency>();

        services.AddSingleton<KeyStore>();
        services.AddSingleton<KeyRegister>();
        services.AddSingleton<LinkSigner>();
        services.AddSingleton<SignedPaths>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<PlatformPeople>();
        services.AddSingleton<Antiforgery>();
        services.AddSingleton<CallerFinder>();
        services.AddSingleton<CallerMiddleware>();
    }
}
