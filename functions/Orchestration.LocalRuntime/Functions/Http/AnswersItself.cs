namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>Marks endpoints whose answers stay as they are: the server adds no problem details to an error without a body.</summary>
internal sealed class AnswersItself;
