using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>What every orchestration uses.</summary>
internal sealed record ExecutionServices(
    TaskRegistry Registry, PayloadSerializer Payloads, ILoggerFactory Loggers, TimeSpan MaximumTimerInterval);
