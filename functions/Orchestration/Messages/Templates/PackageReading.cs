using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>Either a package that may be used, or every reason why there is none.</summary>
public sealed record PackageReading<T>(T? Package, IReadOnlyList<TemplateProblem> Problems)
    where T : class;
