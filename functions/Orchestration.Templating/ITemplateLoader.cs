namespace Orchestration.Templating;

/// <summary>What <c>include</c> reaches.</summary>
public interface ITemplateLoader
{
    /// <summary>The file of that name, or null when there is none.</summary>
    TemplateSource? Find(string name);
}
