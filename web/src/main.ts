import "./report.css";

document.documentElement.dataset["answers"] = "1";
