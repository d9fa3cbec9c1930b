// Runs before the page is drawn: says that scripts work, so that what needs them may show itself.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
